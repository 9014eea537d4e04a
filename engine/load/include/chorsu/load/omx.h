#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "chorsu/base/finding.h"

namespace chorsu {

/// Names of the rows or columns of an OMX file's matrices: numbers as text.
struct OmxLookup {
  std::string name;
  std::vector<std::string> entries;
};

/// An open file.
struct OmxHandle;

/// An OMX 0.2 file: what it holds, and a hold on it for its numbers.
struct OmxFile {
  std::string name;  ///< what findings call it
  std::size_t rows{0U};
  std::size_t columns{0U};
  std::vector<std::string> matrices;  ///< in the order of the alphabet
  std::vector<OmxLookup> lookups;
  std::shared_ptr<OmxHandle const> handle;
};

/// Opens a file and reads its lookups. None, with findings, when it is no OMX file.
std::optional<OmxFile> open_omx(std::string const& path, Findings& findings);

/// The same of bytes.
std::optional<OmxFile> open_omx(std::vector<char> bytes,
                                std::string const& name,
                                Findings& findings);

/// Rows of a matrix that are unpacked together: reading fewer at a time does work over again.
std::size_t rows_at_once(OmxFile const& file, std::string const& matrix);

/// Reads rows of a matrix, from `first` as many as `out` has room for; packed ones are unpacked.
/// False, with a finding, when they cannot be read.
bool read_rows(OmxFile const& file,
               std::string const& matrix,
               std::size_t first,
               std::span<double> out,
               Findings& findings);

}  // namespace chorsu
