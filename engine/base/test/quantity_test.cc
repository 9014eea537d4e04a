#include "chorsu/base/quantity.h"

#include <functional>
#include <type_traits>

#include "gtest/gtest.h"

using namespace chorsu;

namespace {

template <typename Op, typename A, typename B>
concept Can = std::is_invocable_v<Op, A, B>;

static_assert(!Can<std::plus<>, Km, Hours> && !Can<std::less<>, Km, Hours>);
static_assert(!Can<std::plus<>, Tonnes, TonnesPerYear> && !Can<std::plus<>, Usd, UsdPerYear>);
static_assert(!Can<std::multiplies<>, Km, Km> && !Can<std::multiplies<>, UsdPerTonneKm, Hours>);
static_assert(!std::is_convertible_v<double, Km> && !std::is_convertible_v<Km, double>);
static_assert(sizeof(Km) == sizeof(double) && std::is_trivially_copyable_v<Km>);

static_assert(Km{3.0} + Km{1.0} - Km{2.0} == Km{2.0});
static_assert(2.0 * Km{3.0} / 4.0 == Km{1.5} && -Km{1.0} < Km{});
static_assert(Km{3.0} / Km{2.0} == 1.5);

static_assert(KmPerHour{40.0} * Hours{2.0} == Km{80.0});
static_assert(Km{80.0} / KmPerHour{40.0} == Hours{2.0});
static_assert(Km{80.0} / Hours{2.0} == KmPerHour{40.0});
static_assert(UsdPerTonneKm{0.05} * Km{100.0} + UsdPerTonneHour{0.5} * Hours{10.0} ==
              UsdPerTonne{10.0});
static_assert(UsdPerTonne{10.0} * Tonnes{3.0} == Usd{30.0});
static_assert(UsdPerTonne{10.0} * TonnesPerYear{3.0} == UsdPerYear{30.0});

}  // namespace

TEST(quantity, accumulates_in_its_own_unit) {
  auto length = Km{};
  length += Km{3.0};
  length -= Km{1.0};
  EXPECT_EQ(Km{2.0}, length);
}
