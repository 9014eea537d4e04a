#include <algorithm>
#include <utility>

#include "hdf5_file.h"

namespace chorsu {

namespace {

constexpr auto kMostDimensions = std::size_t{32};
constexpr auto kMostMessages = 10'000;

enum Message : std::uint8_t {
  kDataspace = 0x01,
  kLinkInfo = 0x02,
  kDatatype = 0x03,
  kLink = 0x06,
  kLayout = 0x08,
  kFilters = 0x0B,
  kAttribute = 0x0C,
  kContinuation = 0x10,
  kSymbolTable = 0x11,
};

/// An object while its header is read.
struct Reading {
  Hdf5Image const& image;
  Hdf5Object object{};
  std::vector<std::string_view> blocks{};  ///< of messages, still to be read
  int messages{0};
  bool sound{true};
};

std::size_t padded(std::uint64_t size, bool to_eight) {
  return static_cast<std::size_t>(to_eight ? (size + 7U) / 8U * 8U : size);
}

std::string until_zero(std::string_view text) {
  return std::string{text.substr(0U, text.find('\0'))};
}

void read_attribute(Reading& reading, Hdf5Bytes bytes) {
  auto const version = bytes.number(1U);
  auto const shared = bytes.number(1U);
  auto const name_size = bytes.number(2U);
  auto const type_size = bytes.number(2U);
  auto const space_size = bytes.number(2U);
  bytes.skip(version == 3U ? 1U : 0U);  // how the name is encoded
  auto const name = bytes.take(padded(name_size, version == 1U));
  auto type = Hdf5Bytes{bytes.take(padded(type_size, version == 1U))};
  auto space = Hdf5Bytes{bytes.take(padded(space_size, version == 1U))};
  if (!bytes.is_sound() || version < 1U || version > 3U || (version > 1U && shared != 0U)) {
    return;
  }
  auto attribute = Hdf5Attribute{read_type(type), read_shape(reading.image, space), bytes.rest()};
  reading.object.attributes[until_zero(name)] = std::move(attribute);
}

void read_link(Reading& reading, Hdf5Bytes bytes) {
  bytes.skip(1U);
  auto const flags = bytes.number(1U);
  auto const is_hard = (flags & 0x08U) == 0U || bytes.number(1U) == 0U;
  bytes.skip((flags & 0x04U) != 0U ? 8U : 0U);
  bytes.skip((flags & 0x10U) != 0U ? 1U : 0U);
  auto const name = bytes.take(bytes.number(std::size_t{1} << (flags & 0x03U)));
  auto const address = bytes.number(reading.image.address_size);
  if (is_hard && bytes.is_sound()) {
    reading.object.links[std::string{name}] = address;
  }
}

void read_link_info(Reading& reading, Hdf5Bytes bytes) {
  bytes.skip(1U);
  auto const flags = bytes.number(1U);
  bytes.skip((flags & 0x01U) != 0U ? 8U : 0U);
  reading.object.has_dense_links = bytes.number(reading.image.address_size) != kNoAddress;
}

void read_continuation(Reading& reading, Hdf5Bytes bytes) {
  auto const address = bytes.number(reading.image.address_size);
  auto const size = bytes.number(reading.image.length_size);
  reading.blocks.push_back(reading.image.part(address, size));
}

void read_message(Reading& reading, std::uint64_t type, bool is_shared, std::string_view data) {
  auto bytes = Hdf5Bytes{data};
  auto const& image = reading.image;
  auto& object = reading.object;
  if (is_shared && type == kDatatype) {
    object.type = {};  // a named type elsewhere: not read
    return;
  }
  switch (type) {
    case kDataspace:
      object.shape = read_shape(image, bytes);
      break;
    case kDatatype:
      object.type = read_type(bytes);
      break;
    case kLayout:
      object.layout = read_layout(image, bytes);
      break;
    case kFilters:
      object.filters = read_filters(bytes);
      break;
    case kAttribute:
      read_attribute(reading, bytes);
      break;
    case kLink:
      read_link(reading, bytes);
      break;
    case kLinkInfo:
      read_link_info(reading, bytes);
      break;
    case kContinuation:
      read_continuation(reading, bytes);
      break;
    case kSymbolTable:
      object.tree = bytes.number(image.address_size);
      object.heap = bytes.number(image.address_size);
      break;
    default:
      break;
  }
}

/// Messages of an old header: 8 bytes before each.
void read_block_1(Reading& reading, Hdf5Bytes bytes) {
  while (bytes.rest().size() >= 8U && ++reading.messages < kMostMessages) {
    auto const type = bytes.number(2U);
    auto const size = bytes.number(2U);
    auto const flags = bytes.number(1U);
    bytes.skip(3U);
    read_message(reading, type, (flags & 0x02U) != 0U, bytes.take(size));
  }
}

/// Messages of a new header: 4 bytes before each, 2 more where their order of creation is kept.
void read_block_2(Reading& reading, Hdf5Bytes bytes, bool has_order) {
  while (bytes.rest().size() >= 4U && ++reading.messages < kMostMessages) {
    auto const type = bytes.number(1U);
    auto const size = bytes.number(2U);
    auto const flags = bytes.number(1U);
    bytes.skip(has_order ? 2U : 0U);
    read_message(reading, type, (flags & 0x02U) != 0U, bytes.take(size));
  }
}

bool read_old(Reading& reading, Hdf5Bytes bytes) {
  bytes.skip(8U);  // version, number of messages, references
  auto const size = bytes.number(4U);
  bytes.skip(4U);
  reading.blocks.push_back(bytes.take(size));
  auto const is_sound = bytes.is_sound();
  for (auto i = std::size_t{0}; i < reading.blocks.size() && i < kMostMessages; ++i) {
    read_block_1(reading, Hdf5Bytes{reading.blocks[i]});
  }
  return is_sound;
}

bool read_new(Reading& reading, Hdf5Bytes bytes) {
  constexpr auto kChecksum = std::size_t{4};
  bytes.skip(5U);  // signature and version
  auto const flags = bytes.number(1U);
  bytes.skip((flags & 0x20U) != 0U ? 16U : 0U);
  bytes.skip((flags & 0x10U) != 0U ? 4U : 0U);
  reading.blocks.push_back(bytes.take(bytes.number(std::size_t{1} << (flags & 0x03U))));
  auto const has_order = (flags & 0x04U) != 0U;
  read_block_2(reading, Hdf5Bytes{reading.blocks[0]}, has_order);
  for (auto i = std::size_t{1}; i < reading.blocks.size() && i < kMostMessages; ++i) {
    auto block = reading.blocks[i];
    if (block.starts_with("OCHK") && block.size() > 4U + kChecksum) {
      block.remove_prefix(4U);
      block.remove_suffix(kChecksum);
      read_block_2(reading, Hdf5Bytes{block}, has_order);
    }
  }
  return bytes.is_sound();
}

}  // namespace

Hdf5Type read_type(Hdf5Bytes& bytes) {
  constexpr auto kMostBytes = std::uint64_t{4096};
  auto const head = bytes.number(1U);
  auto const bits = bytes.number(3U);
  auto const size = bytes.number(4U);
  auto type = Hdf5Type{};
  if (!bytes.is_sound() || size == 0U || size > kMostBytes) {
    return type;
  }
  type.size = static_cast<std::size_t>(size);
  type.big_endian = (bits & 0x01U) != 0U;
  auto const of = head & 0x0FU;
  if (of == 0U && (size == 1U || size == 2U || size == 4U || size == 8U)) {
    bytes.skip(2U);
    auto const is_whole = bytes.number(2U) == 8U * size;
    type.kind = is_whole ? Hdf5Type::Kind::kInteger : Hdf5Type::Kind::kOther;
    type.is_signed = (bits & 0x08U) != 0U;
  } else if (of == 1U && (size == 4U || size == 8U)) {
    bytes.skip(2U);
    auto const is_whole = bytes.number(2U) == 8U * size;
    bytes.skip(1U);
    auto const exponent = bytes.number(1U);
    auto const is_usual = exponent == (size == 4U ? 8U : 11U);
    type.kind = is_whole && is_usual ? Hdf5Type::Kind::kReal : Hdf5Type::Kind::kOther;
  } else if (of == 3U) {
    type.kind = Hdf5Type::Kind::kText;
  } else if (of == 9U && (bits & 0x0FU) == 1U) {
    type.kind = Hdf5Type::Kind::kFreeText;
  }
  return type;
}

std::vector<std::uint64_t> read_shape(Hdf5Image const& image, Hdf5Bytes& bytes) {
  auto const version = bytes.number(1U);
  auto const dimensions = bytes.number(1U);
  bytes.skip(version == 1U ? 6U : 2U);
  auto shape = std::vector<std::uint64_t>{};
  for (auto i = std::size_t{0}; i < std::min<std::uint64_t>(dimensions, kMostDimensions); ++i) {
    shape.push_back(bytes.number(image.length_size));
  }
  return bytes.is_sound() ? shape : std::vector<std::uint64_t>{};
}

Hdf5Layout read_layout(Hdf5Image const& image, Hdf5Bytes& bytes) {
  auto layout = Hdf5Layout{};
  auto const version = bytes.number(1U);
  auto const of = bytes.number(1U);
  if (version != 3U && version != 4U) {
    return layout;
  }
  if (of == 0U) {
    layout.compact = bytes.take(bytes.number(2U));
    layout.kind = Hdf5Layout::Kind::kCompact;
  } else if (of == 1U) {
    layout.address = bytes.number(image.address_size);
    layout.kind = Hdf5Layout::Kind::kContiguous;
  } else if (of == 2U) {
    auto const flags = version == 4U ? bytes.number(1U) : 0U;
    auto const dimensions = std::min<std::uint64_t>(bytes.number(1U), kMostDimensions);
    auto const width = static_cast<std::size_t>(version == 4U ? bytes.number(1U) : 4U);
    if (version == 3U) {
      layout.address = bytes.number(image.address_size);
    }
    for (auto i = std::uint64_t{0}; i < dimensions; ++i) {
      layout.chunk.push_back(bytes.number(width));
    }
    layout.chunk.resize(layout.chunk.empty() ? 0U : layout.chunk.size() - 1U);  // bytes of a cell
    layout.kind = Hdf5Layout::Kind::kChunks;
    if (version == 4U) {
      auto const is_one = bytes.number(1U) == 1U;
      layout.size = is_one && (flags & 0x02U) != 0U ? bytes.number(image.length_size) : 0U;
      layout.mask =
          is_one && (flags & 0x02U) != 0U ? static_cast<std::uint32_t>(bytes.number(4U)) : 0U;
      layout.address = bytes.number(image.address_size);
      layout.kind = is_one ? Hdf5Layout::Kind::kOneChunk : Hdf5Layout::Kind::kOther;
    }
  }
  return bytes.is_sound() ? layout : Hdf5Layout{};
}

std::vector<Hdf5Filter> read_filters(Hdf5Bytes& bytes) {
  constexpr auto kUnnamed = std::uint64_t{256};  // below it new files leave out the name
  auto const version = bytes.number(1U);
  auto const count = bytes.number(1U);
  bytes.skip(version == 1U ? 6U : 0U);
  auto filters = std::vector<Hdf5Filter>{};
  for (auto i = std::uint64_t{0}; i < count && bytes.is_sound(); ++i) {
    auto const id = bytes.number(2U);
    auto const name = version == 1U || id >= kUnnamed ? bytes.number(2U) : 0U;
    bytes.skip(2U);
    auto const values = bytes.number(2U);
    bytes.skip(padded(name, version == 1U));
    bytes.skip(4U * values + (version == 1U && values % 2U == 1U ? 4U : 0U));
    using Kind = Hdf5Filter::Kind;
    filters.push_back({id == 1U   ? Kind::kDeflate
                       : id == 2U ? Kind::kShuffle
                       : id == 3U ? Kind::kChecksum
                                  : Kind::kOther});
  }
  return bytes.is_sound() ? filters : std::vector{Hdf5Filter{}};
}

std::optional<Hdf5Object> read_object(Hdf5Image const& image, std::uint64_t address) {
  auto reading = Reading{.image = image};
  auto const bytes = image.from(address);
  auto const is_sound = bytes.starts_with("OHDR") ? read_new(reading, Hdf5Bytes{bytes})
                        : bytes.starts_with('\1') ? read_old(reading, Hdf5Bytes{bytes})
                                                  : false;
  return is_sound ? std::optional{std::move(reading.object)} : std::nullopt;
}

}  // namespace chorsu
