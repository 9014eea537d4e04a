#include "chorsu/base/digest.h"

#include <vector>

#include "gtest/gtest.h"

using namespace chorsu;

TEST(digest, agrees_with_published_fnv1a_values) {
  EXPECT_EQ("cbf29ce484222325", Digest{}.hex());
  EXPECT_EQ("af63dc4c8601ec8c", Digest{}.add_bytes("a").hex());
  EXPECT_EQ("85944171f73967e8", Digest{}.add_bytes("foobar").hex());
}

TEST(digest, reads_numbers_lowest_byte_first) {
  using namespace std::string_view_literals;
  EXPECT_EQ(Digest{}.add_bytes("\x01\x02\0\0\0\0\0\0"sv).value(), Digest{}.add(0x0201).value());
  EXPECT_EQ(Digest{}.add_bytes("\0\0\0\0\0\0\xf0\x3f"sv).value(), Digest{}.add(1.0).value());
}

TEST(digest, tells_inputs_apart) {
  EXPECT_NE(Digest{}.add("ab").add("c").value(), Digest{}.add("a").add("bc").value());
  EXPECT_NE(Digest{}.add(1.0).value(), Digest{}.add(2.0).value());
  EXPECT_NE(Digest{}.add(1).value(), Digest{}.add(1.0).value());
  EXPECT_NE(Digest{}.add(1.0).add(2.0).value(), Digest{}.add(2.0).add(1.0).value());
  EXPECT_NE(Digest{}.add(std::vector<double>{}).value(), Digest{}.value());
}

TEST(digest, takes_equal_zeros_as_equal) {
  EXPECT_EQ(Digest{}.add(0.0).value(), Digest{}.add(-0.0).value());
}
