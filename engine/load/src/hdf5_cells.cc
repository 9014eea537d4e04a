#include <algorithm>
#include <bit>
#include <type_traits>
#include <utility>
#include <zlib.h>

#include <fmt/format.h>

#include "hdf5_file.h"

namespace chorsu {

namespace {

constexpr auto kMostBytes = std::uint64_t{256} * 1024U * 1024U;  // of what is held at once

/// Unpacks to at most `most` bytes; false where the packing is damaged.
bool inflate_to(std::vector<char>& bytes, std::size_t most) {
  auto out = std::vector<char>{};
  auto stream = z_stream{};
  if (inflateInit(&stream) != Z_OK) {
    return false;
  }
  stream.next_in = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_in = static_cast<uInt>(bytes.size());
  auto status = Z_OK;
  while (status == Z_OK && out.size() < most) {
    constexpr auto kStep = std::size_t{256} * 1024U;
    auto const done = out.size();
    out.resize(std::min(most, std::max(done + kStep, 2U * done)));
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + done);
    stream.avail_out = static_cast<uInt>(out.size() - done);
    status = inflate(&stream, Z_NO_FLUSH);
    out.resize(out.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  bytes = std::move(out);
  return status == Z_STREAM_END || (status == Z_OK && bytes.size() == most);
}

/// Undoes the shuffle: the first bytes of all cells stand first, then the second ones.
void unshuffle(std::vector<char>& bytes, std::size_t size) {
  auto const cells = size == 0U ? 0U : bytes.size() / size;
  auto out = bytes;
  for (auto i = std::size_t{0}; i < cells; ++i) {
    for (auto b = std::size_t{0}; b < size; ++b) {
      out[i * size + b] = bytes[b * cells + i];
    }
  }
  bytes = std::move(out);
}

bool undo(Hdf5Filter filter, Hdf5Type const& type, std::size_t most, std::vector<char>& bytes) {
  constexpr auto kChecksum = std::size_t{4};
  switch (filter.kind) {
    case Hdf5Filter::Kind::kDeflate:
      return inflate_to(bytes, most + kChecksum);
    case Hdf5Filter::Kind::kShuffle:
      unshuffle(bytes, type.size);
      return true;
    case Hdf5Filter::Kind::kChecksum:
      bytes.resize(bytes.size() - std::min(bytes.size(), kChecksum));
      return true;
    case Hdf5Filter::Kind::kOther:
      break;
  }
  return false;
}

/// A number as it stands in memory.
template <typename Number>
Number as(Hdf5Type const& type, std::string_view cell) {
  auto bytes = std::array<char, sizeof(Number)>{};
  std::copy_n(cell.begin(), std::min(sizeof(Number), cell.size()), bytes.begin());
  if (type.big_endian == (std::endian::native == std::endian::little)) {
    std::reverse(bytes.begin(), bytes.end());
  }
  return std::bit_cast<Number>(bytes);
}

template <typename Number>
double integer(Hdf5Type const& type, std::string_view cell) {
  auto const number = as<Number>(type, cell);
  return type.is_signed ? static_cast<double>(static_cast<std::make_signed_t<Number>>(number))
                        : static_cast<double>(number);
}

/// Text kept in a global heap, to which a cell refers.
std::optional<std::string> free_text(Hdf5Image const& image, std::string_view cell) {
  auto reference = Hdf5Bytes{cell};
  auto const length = reference.number(4U);
  auto const address = reference.number(image.address_size);
  auto const wanted = reference.number(4U);
  auto bytes = Hdf5Bytes{image.from(address)};
  if (bytes.take(4U) != "GCOL") {
    return length == 0U ? std::optional{std::string{}} : std::nullopt;
  }
  bytes.skip(4U);
  auto const size = bytes.number(image.length_size);
  auto const head = 8U + image.length_size;
  auto objects = Hdf5Bytes{bytes.take(size - std::min<std::uint64_t>(size, head))};
  while (objects.is_sound() && !objects.rest().empty()) {
    auto const id = objects.number(2U);
    objects.skip(6U);
    auto const bytes_of = objects.number(image.length_size);
    auto const text = objects.take(bytes_of);
    if (id == wanted && objects.is_sound()) {
      return std::string{text.substr(0U, std::min<std::uint64_t>(length, text.size()))};
    }
    objects.skip(std::min<std::uint64_t>((8U - bytes_of % 8U) % 8U, objects.rest().size()));
    if (id == 0U) {
      break;  // what follows is free
    }
  }
  return std::nullopt;
}

std::optional<std::string> label(Hdf5Image const& image,
                                 Hdf5Type const& type,
                                 std::string_view cell) {
  switch (type.kind) {
    case Hdf5Type::Kind::kInteger:
    case Hdf5Type::Kind::kReal:
      return fmt::format("{}", number_of(type, cell));
    case Hdf5Type::Kind::kText:
      return std::string{cell.substr(0U, cell.find('\0'))};
    case Hdf5Type::Kind::kFreeText:
      return free_text(image, cell);
    case Hdf5Type::Kind::kOther:
      break;
  }
  return std::nullopt;
}

std::uint64_t product(std::vector<std::uint64_t> const& sizes) {
  auto cells = std::uint64_t{1};
  for (auto const size : sizes) {
    cells = std::min(cells, kMostBytes + 1U) * std::min(size, kMostBytes + 1U);
  }
  return cells;
}

/// Cells of a dataset of one dimension, one after the other; empty where they cannot be read.
std::vector<char> all_cells(Hdf5Image const& image, Hdf5Object const& dataset) {
  auto const bytes = product(*dataset.shape) * dataset.type.size;
  auto const& layout = dataset.layout;
  if (bytes > kMostBytes) {
    return {};
  }
  auto const view = layout.kind == Hdf5Layout::Kind::kCompact ? layout.compact
                                                              : image.part(layout.address, bytes);
  auto const is_plain =
      layout.kind == Hdf5Layout::Kind::kCompact || layout.kind == Hdf5Layout::Kind::kContiguous;
  return is_plain && view.size() == bytes ? std::vector<char>{view.begin(), view.end()}
                                          : std::vector<char>{};
}

/// The same of a dataset in chunks.
std::vector<char> chunked_cells(Hdf5Image const& image, Hdf5Object const& dataset) {
  auto const size = dataset.type.size;
  auto const bytes = product(*dataset.shape) * size;
  auto const chunks = chunks_of(image, dataset);
  if (bytes > kMostBytes || !chunks) {
    return {};
  }
  auto cells = std::vector<char>(static_cast<std::size_t>(bytes));
  auto part = std::vector<char>{};
  for (auto const& chunk : *chunks) {
    auto const first = chunk.first[0] < bytes ? chunk.first[0] * size : bytes;
    if (first >= bytes || !unpack(image, dataset, chunk, part)) {
      return {};
    }
    auto const count = std::min<std::uint64_t>(part.size(), bytes - first);
    std::copy_n(part.begin(), count, cells.begin() + static_cast<std::ptrdiff_t>(first));
  }
  return cells;
}

bool is_in_chunks(Hdf5Object const& dataset) {
  return dataset.layout.kind == Hdf5Layout::Kind::kChunks ||
         dataset.layout.kind == Hdf5Layout::Kind::kOneChunk;
}

}  // namespace

std::uint64_t cells_at_once(Hdf5Object const& dataset) {
  auto const& layout = dataset.layout;
  auto const cells = product(layout.chunk);
  return cells * dataset.type.size <= kMostBytes ? cells : 0U;
}

bool unpack(Hdf5Image const& image,
            Hdf5Object const& dataset,
            Hdf5Chunk const& chunk,
            std::vector<char>& out) {
  auto const whole = static_cast<std::size_t>(cells_at_once(dataset)) * dataset.type.size;
  auto const packed = image.part(chunk.address, chunk.size);
  if (packed.empty() || whole == 0U) {
    return false;
  }
  out.assign(packed.begin(), packed.end());
  for (auto i = dataset.filters.size(); i-- > 0U;) {
    auto const went_without = i < 32U && (chunk.mask >> i & 1U) != 0U;
    if (!went_without && !undo(dataset.filters[i], dataset.type, whole, out)) {
      return false;
    }
  }
  return out.size() == whole;
}

double number_of(Hdf5Type const& type, std::string_view cell) {
  if (type.kind == Hdf5Type::Kind::kReal) {
    return type.size == 4U ? static_cast<double>(as<float>(type, cell)) : as<double>(type, cell);
  }
  switch (type.size) {
    case 1U:
      return integer<std::uint8_t>(type, cell);
    case 2U:
      return integer<std::uint16_t>(type, cell);
    case 4U:
      return integer<std::uint32_t>(type, cell);
    default:
      return integer<std::uint64_t>(type, cell);
  }
}

std::optional<std::vector<std::string>> labels_of(Hdf5Image const& image,
                                                  Hdf5Object const& dataset) {
  auto const size = dataset.type.size;
  auto const cells =
      is_in_chunks(dataset) ? chunked_cells(image, dataset) : all_cells(image, dataset);
  auto labels = std::vector<std::string>{};
  for (auto at = std::size_t{0}; at + size <= cells.size() && size > 0U; at += size) {
    auto text = label(image, dataset.type, {cells.data() + at, size});
    if (!text) {
      return std::nullopt;
    }
    labels.push_back(std::move(*text));
  }
  return labels.size() == dataset.shape->front() ? std::optional{std::move(labels)} : std::nullopt;
}

}  // namespace chorsu
