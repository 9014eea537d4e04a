#include "omx_matrix.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace chorsu {

namespace {

using Kind = Hdf5Layout::Kind;

/// Rows that are asked for.
struct Window {
  OmxMatrix const& matrix;
  std::size_t first;
  std::span<double> out;
  std::size_t rows() const { return out.size() / matrix.columns; }
};

bool is_number(Hdf5Type const& type) {
  return type.kind == Hdf5Type::Kind::kInteger || type.kind == Hdf5Type::Kind::kReal;
}

/// Cells one after the other, as many as `out` takes.
void copy(Hdf5Type const& type, std::string_view bytes, std::span<double> out) {
  for (auto i = std::size_t{0}; i < out.size(); ++i) {
    out[i] = number_of(type, bytes.substr(i * type.size, type.size));
  }
}

bool read_plain(Hdf5Image const& image, Window const& window) {
  auto const& dataset = window.matrix.dataset;
  auto const& layout = dataset.layout;
  auto const size = window.out.size() * dataset.type.size;
  auto const skipped = window.first * window.matrix.columns * dataset.type.size;
  auto const is_compact = layout.kind == Kind::kCompact;
  if (!is_compact && layout.address == kNoAddress) {
    return true;  // nothing has been written: all cells are 0
  }
  auto const all = is_compact ? layout.compact : image.from(layout.address);
  if (skipped > all.size() || size > all.size() - skipped) {
    return false;
  }
  copy(dataset.type, all.substr(skipped, size), window.out);
  return true;
}

/// Puts the rows of a chunk in their place.
void place(Window const& window, Hdf5Chunk const& chunk, std::vector<char> const& cells) {
  auto const& dataset = window.matrix.dataset;
  auto const columns = window.matrix.columns;
  auto const left = static_cast<std::size_t>(chunk.first[1]);
  auto const width = std::min(static_cast<std::size_t>(dataset.layout.chunk[1]), columns - left);
  auto const row_bytes = static_cast<std::size_t>(dataset.layout.chunk[1]) * dataset.type.size;
  auto const top = static_cast<std::size_t>(chunk.first[0]);
  auto const from = std::max(top, window.first);
  auto const to = std::min(top + static_cast<std::size_t>(dataset.layout.chunk[0]),
                           window.first + window.rows());
  for (auto row = from; row < to; ++row) {
    copy(dataset.type,
         {cells.data() + (row - top) * row_bytes, row_bytes},
         window.out.subspan((row - window.first) * columns + left, width));
  }
}

bool read_chunks(Hdf5Image const& image, Window const& window) {
  auto cells = std::vector<char>{};
  auto const height = window.matrix.dataset.layout.chunk[0];
  auto const end = window.first + window.rows();
  for (auto const& chunk : window.matrix.chunks) {
    if (chunk.first[0] >= end || chunk.first[0] + height <= window.first) {
      continue;
    }
    if (!unpack(image, window.matrix.dataset, chunk, cells)) {
      return false;
    }
    place(window, chunk, cells);
  }
  return true;
}

/// Chunks begin inside the matrix and are of a size that can be held.
bool is_sound(OmxMatrix const& matrix) {
  return cells_at_once(matrix.dataset) > 0U &&
         std::ranges::all_of(matrix.chunks, [&](Hdf5Chunk const& chunk) {
           return chunk.first[0] < matrix.rows && chunk.first[1] < matrix.columns;
         });
}

}  // namespace

std::optional<OmxMatrix> as_matrix(Hdf5Image const& image, Hdf5Object dataset) {
  auto matrix = OmxMatrix{.dataset = std::move(dataset)};
  auto const& layout = matrix.dataset.layout;
  auto const& shape = matrix.dataset.shape;
  if (!shape || shape->size() != 2U || !is_number(matrix.dataset.type) ||
      layout.kind == Kind::kOther) {
    return std::nullopt;
  }
  matrix.rows = static_cast<std::size_t>((*shape)[0]);
  matrix.columns = static_cast<std::size_t>((*shape)[1]);
  if (layout.kind == Kind::kChunks || layout.kind == Kind::kOneChunk) {
    auto chunks = layout.chunk.size() == 2U ? chunks_of(image, matrix.dataset) : std::nullopt;
    if (!chunks) {
      return std::nullopt;
    }
    matrix.chunks = std::move(*chunks);
    return is_sound(matrix) ? std::optional{std::move(matrix)} : std::nullopt;
  }
  return matrix;
}

bool read_rows(Hdf5Image const& image,
               OmxMatrix const& matrix,
               std::size_t first,
               std::span<double> out) {
  std::ranges::fill(out, 0.0);
  if (matrix.columns == 0U || first > matrix.rows ||
      out.size() / matrix.columns > matrix.rows - first) {
    return false;
  }
  auto const window = Window{matrix, first, out};
  auto const is_plain = matrix.dataset.layout.kind == Kind::kCompact ||
                        matrix.dataset.layout.kind == Kind::kContiguous;
  return is_plain ? read_plain(image, window) : read_chunks(image, window);
}

}  // namespace chorsu
