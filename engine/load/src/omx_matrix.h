#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "hdf5_file.h"

namespace chorsu {

/// A matrix of a file, ready to be read by rows.
struct OmxMatrix {
  Hdf5Object dataset;
  std::size_t rows{0U};
  std::size_t columns{0U};
  std::vector<Hdf5Chunk> chunks{};  ///< none of one that is not in chunks
};

/// None where a dataset is no matrix of numbers, or lies in the file in a way that is not read.
std::optional<OmxMatrix> as_matrix(Hdf5Image const& image, Hdf5Object dataset);

/// False where what is there is damaged.
bool read_rows(Hdf5Image const& image,
               OmxMatrix const& matrix,
               std::size_t first,
               std::span<double> out);

}  // namespace chorsu
