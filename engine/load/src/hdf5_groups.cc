#include <algorithm>
#include <functional>
#include <utility>

#include "hdf5_file.h"

namespace chorsu {

namespace {

constexpr auto kMostNodes = std::size_t{200'000};  // of one tree
constexpr auto kDeepest = 32;

/// A tree (version 1) while it is walked.
struct Walk {
  Hdf5Image const& image;
  std::uint64_t kind;  ///< 0 of a group, 1 of chunks
  std::size_t key_size;
  std::function<bool(Hdf5Bytes key, std::uint64_t child)> use;  ///< for every leaf
  std::size_t nodes{0U};
};

/// False where the tree is damaged or `use` said so.
bool walk(Walk& w, std::uint64_t address, int depth) {
  auto bytes = Hdf5Bytes{w.image.from(address)};
  if (bytes.take(4U) != "TREE" || bytes.number(1U) != w.kind || depth > kDeepest ||
      ++w.nodes > kMostNodes) {
    return false;
  }
  auto const level = bytes.number(1U);
  auto const entries = bytes.number(2U);
  bytes.skip(2U * w.image.address_size);  // its neighbours
  for (auto i = std::uint64_t{0}; i < entries; ++i) {
    auto const key = Hdf5Bytes{bytes.take(w.key_size)};
    auto const child = bytes.number(w.image.address_size);
    if (!bytes.is_sound() || !(level == 0U ? w.use(key, child) : walk(w, child, depth + 1))) {
      return false;
    }
  }
  return true;
}

/// Where a local heap has its text.
std::string_view heap_of(Hdf5Image const& image, std::uint64_t address) {
  auto bytes = Hdf5Bytes{image.from(address)};
  if (bytes.take(4U) != "HEAP") {
    return {};
  }
  bytes.skip(4U);
  auto const size = bytes.number(image.length_size);
  bytes.skip(image.length_size);
  return image.part(bytes.number(image.address_size), size);
}

using Members = std::map<std::string, std::uint64_t>;

/// The names of one leaf of a group's tree.
bool read_names(Hdf5Image const& image,
                std::uint64_t address,
                std::string_view heap,
                std::size_t most,
                Members& members) {
  constexpr auto kSoftLink = std::uint64_t{2};
  constexpr auto kLongest = std::size_t{1024};
  auto bytes = Hdf5Bytes{image.from(address)};
  if (bytes.take(4U) != "SNOD") {
    return false;
  }
  bytes.skip(2U);
  auto const count = bytes.number(2U);
  for (auto i = std::uint64_t{0}; i < count; ++i) {
    auto const name_at = bytes.number(image.length_size);
    auto const object = bytes.number(image.address_size);
    auto const kind = bytes.number(4U);
    bytes.skip(20U);
    if (!bytes.is_sound() || name_at >= heap.size() || members.size() >= most) {
      return false;
    }
    auto const text = heap.substr(static_cast<std::size_t>(name_at));
    auto const name = text.substr(0U, std::min(text.find('\0'), kLongest));
    if (kind != kSoftLink && !name.empty()) {
      members.emplace(name, object);
    }
  }
  return true;
}

constexpr auto kSignature = std::string_view{"\x89HDF\r\n\x1A\n"};

/// Superblocks may stand at 0, 512, 1024 and so on, after what a user put there.
std::size_t superblock_place(std::string_view bytes) {
  constexpr auto kFirst = std::size_t{512};
  for (auto at = std::size_t{0}; at < bytes.size(); at = at == 0U ? kFirst : 2U * at) {
    if (bytes.substr(at).starts_with(kSignature)) {
      return at;
    }
  }
  return bytes.size();
}

bool is_width(std::size_t size) {
  return size == 2U || size == 4U || size == 8U;
}

}  // namespace

std::optional<Hdf5File> open_hdf5(std::string_view bytes) {
  auto file = Hdf5File{};
  auto& image = file.image;
  image.bytes = bytes.substr(superblock_place(bytes));
  auto head = Hdf5Bytes{image.bytes};
  head.skip(kSignature.size());
  auto const version = head.number(1U);
  if (!head.is_sound() || version > 3U) {
    return std::nullopt;
  }
  auto const is_old = version < 2U;
  head.skip(is_old ? 4U : 0U);
  image.address_size = static_cast<std::size_t>(head.number(1U));
  image.length_size = static_cast<std::size_t>(head.number(1U));
  if (!is_width(image.address_size) || !is_width(image.length_size)) {
    return std::nullopt;
  }
  head.skip(is_old ? 1U + 2U + 2U + 4U : 1U);
  head.skip(version == 1U ? 4U : 0U);
  head.skip((is_old ? 4U : 3U) * image.address_size);  // base, free space, end of file, driver
  head.skip(is_old ? image.length_size : 0U);          // name of the root
  file.root = head.number(image.address_size);
  return head.is_sound() ? std::optional{file} : std::nullopt;
}

std::optional<Members> members(Hdf5Image const& image, Hdf5Object const& group, std::size_t most) {
  if (group.tree == kNoAddress) {
    auto const is_read = !group.has_dense_links && group.links.size() <= most;
    return is_read ? std::optional{group.links} : std::nullopt;
  }
  auto result = Members{};
  auto const heap = heap_of(image, group.heap);
  auto w = Walk{.image = image, .kind = 0U, .key_size = image.length_size, .use = {}};
  w.use = [&](Hdf5Bytes, std::uint64_t child) {
    return read_names(image, child, heap, most, result);
  };
  return walk(w, group.tree, 0) ? std::optional{std::move(result)} : std::nullopt;
}

std::optional<std::vector<Hdf5Chunk>> chunks_of(Hdf5Image const& image, Hdf5Object const& dataset) {
  auto chunks = std::vector<Hdf5Chunk>{};
  auto const& layout = dataset.layout;
  if (layout.address == kNoAddress) {
    return chunks;  // nothing has been written: all cells are 0
  }
  if (layout.kind == Hdf5Layout::Kind::kOneChunk) {
    auto const packed =
        dataset.filters.empty() ? cells_at_once(dataset) * dataset.type.size : layout.size;
    chunks.push_back({{0U, 0U}, layout.address, packed, layout.mask});
    return chunks;
  }
  auto const dimensions = layout.chunk.size();
  auto const key_size = 8U + 8U * (dimensions + 1U);  // size, mask; place in each dimension
  auto w = Walk{.image = image, .kind = 1U, .key_size = key_size, .use = {}};
  w.use = [&](Hdf5Bytes key, std::uint64_t child) {
    auto const size = key.number(4U);
    auto const mask = static_cast<std::uint32_t>(key.number(4U));
    auto const row = key.number(8U);
    auto const column = dimensions == 2U ? key.number(8U) : std::uint64_t{0};
    chunks.push_back({{row, column}, child, size, mask});
    return chunks.size() <= kMostNodes;
  };
  return walk(w, layout.address, 0) ? std::optional{std::move(chunks)} : std::nullopt;
}

}  // namespace chorsu
