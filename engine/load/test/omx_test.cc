#include "chorsu/load/omx.h"

#include <array>
#include <fstream>
#include <functional>
#include <hdf5.h>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "files.h"

#include "chorsu/load/gmns.h"

namespace chorsu {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// A file as another program would write it, part by part.
class RawOmx {
 public:
  explicit RawOmx(std::string const& path, hid_t access = H5P_DEFAULT)
      : file_{H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, access)} {}
  RawOmx(RawOmx const&) = delete;
  RawOmx& operator=(RawOmx const&) = delete;
  ~RawOmx() { H5Fclose(file_); }

  void group(char const* name) const {
    H5Gclose(H5Gcreate2(file_, name, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
  }
  void version(std::string const& text) const {
    auto const type = H5Tcopy(H5T_C_S1);
    H5Tset_size(type, text.size());
    auto const space = H5Screate(H5S_SCALAR);
    auto const at = H5Acreate2(file_, "OMX_VERSION", type, space, H5P_DEFAULT, H5P_DEFAULT);
    H5Awrite(at, type, text.data());
    H5Aclose(at);
    H5Sclose(space);
    H5Tclose(type);
  }
  void shape(int rows, int columns) const {
    auto const size = hsize_t{2};
    auto const values = std::array{rows, columns};
    auto const space = H5Screate_simple(1, &size, nullptr);
    auto const at = H5Acreate2(file_, "SHAPE", H5T_STD_I32LE, space, H5P_DEFAULT, H5P_DEFAULT);
    H5Awrite(at, H5T_NATIVE_INT, values.data());
    H5Aclose(at);
    H5Sclose(space);
  }
  /// Numbers in one or two dimensions; packed as openmatrix does.
  void numbers(std::string const& name,
               std::vector<hsize_t> const& size,
               std::vector<double> const& values,
               hid_t type = H5T_IEEE_F64LE) const {
    auto const space = H5Screate_simple(static_cast<int>(size.size()), size.data(), nullptr);
    auto const plan = H5Pcreate(H5P_DATASET_CREATE);
    H5Pset_chunk(plan, static_cast<int>(size.size()), size.data());
    H5Pset_shuffle(plan);
    H5Pset_deflate(plan, 1U);
    auto const set = H5Dcreate2(file_, name.c_str(), type, space, H5P_DEFAULT, plan, H5P_DEFAULT);
    H5Dwrite(set, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data());
    H5Dclose(set);
    H5Pclose(plan);
    H5Sclose(space);
  }
  /// Rows of 10 i + j in chunks that do not fit the matrix, kept in any of the ways that occur.
  void table(std::string const& name, hid_t type, std::array<hsize_t, 2> chunk, bool packed) const {
    auto const size = std::array<hsize_t, 2>{7U, 5U};
    auto values = std::vector<double>{};
    for (auto i = 0; i < 35; ++i) {
      auto const row = i / 5;
      values.push_back(10 * row + i % 5);
    }
    auto const space = H5Screate_simple(2, size.data(), nullptr);
    auto const plan = H5Pcreate(H5P_DATASET_CREATE);
    if (chunk[0] > 0U) {
      H5Pset_chunk(plan, 2, chunk.data());
    }
    if (packed) {
      H5Pset_shuffle(plan);
      H5Pset_deflate(plan, 9U);
      H5Pset_fletcher32(plan);
    }
    auto const set = H5Dcreate2(file_, name.c_str(), type, space, H5P_DEFAULT, plan, H5P_DEFAULT);
    H5Dwrite(set, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data());
    H5Dclose(set);
    H5Pclose(plan);
    H5Sclose(space);
  }
  void words(std::string const& name, std::vector<char const*> const& values) const {
    auto const size = hsize_t{values.size()};
    auto const type = H5Tcopy(H5T_C_S1);
    H5Tset_size(type, H5T_VARIABLE);
    auto const space = H5Screate_simple(1, &size, nullptr);
    auto const set =
        H5Dcreate2(file_, name.c_str(), type, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    H5Dwrite(set, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, static_cast<void const*>(values.data()));
    H5Dclose(set);
    H5Sclose(space);
    H5Tclose(type);
  }

 private:
  hid_t file_;
};

void write_sound(RawOmx const& omx) {
  omx.version("0.2");
  omx.shape(2, 2);
  omx.group("data");
  omx.group("lookup");
  omx.numbers("data/cars", {2, 2}, {0.0, 100.0, 50.0, 7.0});
  omx.numbers("lookup/zone_id", {2}, {2.0, 1.0}, H5T_STD_I32LE);
}

class Omx : public ::testing::Test {
 protected:
  void write(std::function<void(RawOmx const&)> const& parts) const { parts(RawOmx{path}); }
  std::optional<OmxFile> open() { return open_omx(path, findings); }
  std::string lines() const {
    auto text = test::all_lines(findings);
    for (auto at = text.find(path); at != std::string::npos; at = text.find(path)) {
      text.replace(at, path.size(), "m.omx");
    }
    return text;
  }

  test::TempFolder folder;
  std::string path = folder.file("m.omx");
  Findings findings;
};

TEST_F(Omx, reads_names_lookups_and_packed_numbers) {
  write(write_sound);
  auto const file = open();
  ASSERT_TRUE(file) << lines();
  EXPECT_THAT(findings, IsEmpty()) << lines();
  EXPECT_EQ(file->rows, 2U);
  EXPECT_THAT(file->matrices, ElementsAre("cars"));
  ASSERT_EQ(file->lookups.size(), 1U);
  EXPECT_EQ(file->lookups[0].name, "zone_id");
  EXPECT_THAT(file->lookups[0].entries, ElementsAre("2", "1"));
  auto row = std::array{0.0, 0.0};
  EXPECT_TRUE(read_rows(*file, "cars", 1U, row, findings));
  EXPECT_THAT(row, ElementsAre(50.0, 7.0));
}

TEST_F(Omx, reads_numbers_however_they_are_kept) {
  write([](RawOmx const& omx) {
    omx.version("0.2");
    omx.group("data");
    omx.table("data/a", H5T_IEEE_F64LE, {0U, 0U}, false);
    omx.table("data/b", H5T_IEEE_F32LE, {3U, 2U}, false);
    omx.table("data/c", H5T_IEEE_F64BE, {2U, 5U}, true);
    omx.table("data/d", H5T_STD_I16LE, {4U, 3U}, true);
    omx.table("data/e", H5T_STD_U32BE, {1U, 1U}, true);
    omx.table("data/f", H5T_STD_I8LE, {7U, 5U}, true);
    omx.table("data/g", H5T_STD_I64LE, {1U, 2U}, false);
  });
  auto const file = open();
  ASSERT_TRUE(file) << lines();
  EXPECT_EQ(file->matrices.size(), 7U);
  for (auto const& matrix : file->matrices) {
    SCOPED_TRACE(matrix);
    for (auto first = std::size_t{0}; first < 7U; ++first) {
      auto rows = std::vector<double>((7U - first) * 5U);
      ASSERT_TRUE(read_rows(*file, matrix, first, rows, findings)) << lines();
      for (auto i = std::size_t{0}; i < rows.size(); ++i) {
        auto const expected = 10U * (first + i / 5U) + i % 5U;
        EXPECT_EQ(rows[i], static_cast<double>(expected)) << i;
      }
    }
  }
}

TEST_F(Omx, reads_many_names) {
  write([](RawOmx const& omx) {
    omx.version("0.2");
    omx.group("data");
    for (auto i = 0; i < 300; ++i) {
      omx.numbers("data/m" + std::to_string(1000 + i), {1, 1}, {1.0 * i});
    }
  });
  auto const file = open();
  ASSERT_TRUE(file) << lines();
  ASSERT_EQ(file->matrices.size(), 300U);
  auto cell = std::array{0.0};
  EXPECT_TRUE(read_rows(*file, "m1234", 0U, cell, findings));
  EXPECT_EQ(cell[0], 234.0);
}

/// What HDF5 writes when it is told to use all that is new.
TEST_F(Omx, of_the_newest_kind_is_read_or_refused_in_words) {
  auto const access = H5Pcreate(H5P_FILE_ACCESS);
  H5Pset_libver_bounds(access, H5F_LIBVER_LATEST, H5F_LIBVER_LATEST);
  {
    auto const omx = RawOmx{path, access};
    omx.version("0.2");
    omx.group("data");
    omx.table("data/a", H5T_IEEE_F64LE, {0U, 0U}, false);
    omx.table("data/b", H5T_IEEE_F64LE, {7U, 5U}, true);
  }
  {
    auto const file = open();
    ASSERT_TRUE(file) << lines();
    auto row = std::array<double, 5>{};
    for (auto const& matrix : file->matrices) {
      EXPECT_TRUE(read_rows(*file, matrix, 6U, row, findings)) << lines();
      EXPECT_THAT(row, ElementsAre(60.0, 61.0, 62.0, 63.0, 64.0)) << matrix;
    }
  }
  {
    auto const omx = RawOmx{path, access};
    omx.version("0.2");
    omx.group("data");
    omx.table("data/a", H5T_IEEE_F64LE, {3U, 2U}, true);
  }
  H5Pclose(access);
  EXPECT_FALSE(open());
  EXPECT_EQ(lines(),
            "m.omx:data/a: error: not numbers, damaged, or kept in a way that is not read. Write "
            "the file anew, with openmatrix or the settings HDF5 begins with.\n");
}

TEST_F(Omx, reads_bytes_as_it_reads_a_file) {
  write(write_sound);
  auto in = std::ifstream{path, std::ios::binary};
  auto const file =
      open_omx(std::vector<char>{std::istreambuf_iterator<char>{in}, {}}, "image.omx", findings);
  ASSERT_TRUE(file) << lines();
  auto all = std::array<double, 4>{};
  EXPECT_TRUE(read_rows(*file, "cars", 0U, all, findings));
  EXPECT_THAT(all, ElementsAre(0.0, 100.0, 50.0, 7.0));
}

TEST_F(Omx, reads_words_and_reals_as_labels) {
  write([](RawOmx const& omx) {
    write_sound(omx);
    omx.words("lookup/name", {"north", "south"});
    omx.numbers("lookup/taz", {2}, {1.0, 2.5});
  });
  auto const file = open();
  ASSERT_TRUE(file);
  EXPECT_THAT(file->lookups[0].entries, ElementsAre("north", "south"));
  EXPECT_THAT(file->lookups[1].entries, ElementsAre("1", "2.5"));
}

TEST_F(Omx, is_demand_by_its_lookup) {
  write(write_sound);
  folder.write("node.csv", "node_id,zone_id\na,1\nb,2\n");
  folder.write("link.csv", "from_node_id,to_node_id,directed,vdf_fftt\na,b,false,1\n");
  folder.write("config.csv", "long_length,speed\nkm,kph\n");
  auto const loaded = read_gmns(folder.path(), {.omx = {path}});
  ASSERT_NE(loaded.problem, nullptr) << test::all_lines(loaded.findings);
  auto const& traffic = loaded.problem->classes.values.at(0);
  EXPECT_EQ(traffic.name, "cars");
  ASSERT_EQ(traffic.trips.values.size(), 2U);  // 7 of zone 1 stay there
  EXPECT_EQ(traffic.trips.values[0].vehicles, 50.0);
  EXPECT_EQ(traffic.trips.values[1].vehicles, 100.0);
}

struct Broken {
  std::string name;
  std::function<void(RawOmx const&)> parts;
  bool opens;
  std::string line;
};

class BrokenOmx : public Omx, public ::testing::WithParamInterface<Broken> {};

TEST_P(BrokenOmx, is_told) {
  write(GetParam().parts);
  EXPECT_EQ(open().has_value(), GetParam().opens);
  EXPECT_EQ(lines(), "m.omx" + GetParam().line + "\n");
}

INSTANTIATE_TEST_SUITE_P(
    omx,
    BrokenOmx,
    ::testing::Values(
        Broken{"no_data",
               [](RawOmx const& omx) { omx.version("0.2"); },
               false,
               ":data: error: no such group. OMX keeps its matrices in the group data."},
        Broken{"no_matrix",
               [](RawOmx const& omx) {
                 omx.version("0.2");
                 omx.group("data");
               },
               false,
               ":data: error: no matrix. Put at least one into the group data."},
        Broken{"one_dimension",
               [](RawOmx const& omx) {
                 omx.version("0.2");
                 omx.group("data");
                 omx.numbers("data/x", {4}, {1, 2, 3, 4});
               },
               false,
               ":data/x: error: not a matrix of numbers. Keep matrices of two dimensions only in "
               "the group data."},
        Broken{"two_shapes",
               [](RawOmx const& omx) {
                 write_sound(omx);
                 omx.numbers("data/more", {1, 2}, {1, 2});
               },
               false,
               ":data/more: error: 1 x 2 cells where cars has 2 x 2. All matrices of a file have "
               "the same shape."},
        Broken{"absurd",
               [](RawOmx const& omx) {
                 omx.version("0.2");
                 omx.group("data");
                 omx.numbers("data/x", {2, 2}, {1, 2, 3, 4});
                 omx.numbers("data/absurd", {1, 1'000'001}, std::vector<double>(1'000'001));
               },
               false,
               ":data/absurd: error: 1 x 1000001 cells. Have 1 to 1000000 rows and columns."},
        Broken{"version",
               [](RawOmx const& omx) {
                 omx.version("0.9");
                 omx.group("data");
                 omx.numbers("data/x", {1, 1}, {1});
               },
               true,
               ":OMX_VERSION: warning: version '0.9', known is '0.2'. It is read as OMX 0.2."},
        Broken{"no_version",
               [](RawOmx const& omx) {
                 omx.group("data");
                 omx.numbers("data/x", {1, 1}, {1});
               },
               true,
               ":OMX_VERSION: warning: the file does not say that it is OMX. It is read as OMX "
               "0.2."},
        Broken{"shape",
               [](RawOmx const& omx) {
                 omx.version("0.2");
                 omx.shape(3, 3);
                 omx.group("data");
                 omx.numbers("data/x", {1, 1}, {1});
               },
               true,
               ":SHAPE: warning: not the 1 x 1 that the matrices have. What the matrices have is "
               "taken."},
        Broken{"lookup",
               [](RawOmx const& omx) {
                 omx.version("0.2");
                 omx.group("data");
                 omx.group("lookup");
                 omx.numbers("data/x", {1, 1}, {1});
                 omx.numbers("lookup/zone", {3}, {1, 2, 3});
               },
               true,
               ":lookup/zone: warning: not one name for every row or column. It is not used."}),
    [](auto const& broken) { return broken.param.name; });

TEST_F(Omx, is_an_hdf5_file) {
  folder.write("m.omx", "<NUMBER OF ZONES> 2");
  EXPECT_FALSE(open());
  EXPECT_EQ(lines(),
            "m.omx: error: not an HDF5 file. OMX files are HDF5 files, and never in .gz.\n");
}

TEST_F(Omx, is_there) {
  EXPECT_FALSE(open());
  EXPECT_EQ(lines(), "m.omx: error: no such file. Looked for m.omx.\n");
}

}  // namespace
}  // namespace chorsu
