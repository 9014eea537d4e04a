#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hdf5_bytes.h"

namespace chorsu {

/// What a dataset or attribute has in each of its cells.
struct Hdf5Type {
  enum class Kind : std::uint8_t { kOther, kInteger, kReal, kText, kFreeText };
  Kind kind{Kind::kOther};
  std::size_t size{0U};  ///< bytes
  bool big_endian{false};
  bool is_signed{false};
};

struct Hdf5Filter {
  enum class Kind : std::uint8_t { kOther, kDeflate, kShuffle, kChecksum };
  Kind kind{Kind::kOther};
};

/// Where the cells of a dataset lie.
struct Hdf5Layout {
  enum class Kind : std::uint8_t { kOther, kCompact, kContiguous, kChunks, kOneChunk };
  Kind kind{Kind::kOther};
  std::string_view compact{};
  std::uint64_t address{kNoAddress};
  std::uint64_t size{0U};              ///< of the one chunk, as packed
  std::uint32_t mask{0U};              ///< filters that the one chunk went without
  std::vector<std::uint64_t> chunk{};  ///< cells of a chunk in each dimension
};

struct Hdf5Attribute {
  Hdf5Type type;
  std::vector<std::uint64_t> shape;
  std::string_view data;
};

/// A group or a dataset.
struct Hdf5Object {
  // of a group
  std::uint64_t tree{kNoAddress};
  std::uint64_t heap{kNoAddress};
  std::map<std::string, std::uint64_t> links{};  ///< kept in the group itself
  bool has_dense_links{false};                   ///< kept in a way that is not read
  std::map<std::string, Hdf5Attribute> attributes{};
  // of a dataset
  std::optional<std::vector<std::uint64_t>> shape{};
  Hdf5Type type{};
  Hdf5Layout layout{};
  std::vector<Hdf5Filter> filters{};
};

/// A part of a matrix: where it begins, and its bytes as packed.
struct Hdf5Chunk {
  std::array<std::uint64_t, 2> first;
  std::uint64_t address;
  std::uint64_t size;
  std::uint32_t mask;
};

/// A reader of HDF5 files for what OMX needs, in which no file can do harm: superblocks 0 to 3,
/// groups as symbol tables or few links, numbers and text, contiguous or in chunks, packed by
/// deflate and shuffle. The library would read more, but trusts what it reads.
struct Hdf5File {
  Hdf5Image image;
  std::uint64_t root{kNoAddress};
};
std::optional<Hdf5File> open_hdf5(std::string_view bytes);

std::optional<Hdf5Object> read_object(Hdf5Image const& image, std::uint64_t address);

/// Addresses of a group's members by name, soft and external links apart; none where the group is
/// damaged, kept in a way that is not read, or has more than `most`.
std::optional<std::map<std::string, std::uint64_t>> members(Hdf5Image const& image,
                                                            Hdf5Object const& group,
                                                            std::size_t most);

/// The chunks of a dataset of one or two dimensions; none where they cannot be read.
std::optional<std::vector<Hdf5Chunk>> chunks_of(Hdf5Image const& image, Hdf5Object const& dataset);

/// Cells of one chunk in place of `out`, unpacked; false where it is damaged.
bool unpack(Hdf5Image const& image,
            Hdf5Object const& dataset,
            Hdf5Chunk const& chunk,
            std::vector<char>& out);

/// One cell as a number.
double number_of(Hdf5Type const& type, std::string_view cell);

/// All cells of a dataset of one dimension as text; none where they are neither text nor numbers.
std::optional<std::vector<std::string>> labels_of(Hdf5Image const& image,
                                                  Hdf5Object const& dataset);

/// Cells in a chunk, or in all of a dataset that has none; 0 where that is more than can be held.
std::uint64_t cells_at_once(Hdf5Object const& dataset);

// ---- parts of an object
// --------------------------------------------------------------------------

Hdf5Type read_type(Hdf5Bytes& bytes);
std::vector<std::uint64_t> read_shape(Hdf5Image const& image, Hdf5Bytes& bytes);
Hdf5Layout read_layout(Hdf5Image const& image, Hdf5Bytes& bytes);
std::vector<Hdf5Filter> read_filters(Hdf5Bytes& bytes);

}  // namespace chorsu
