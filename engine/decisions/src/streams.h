#pragma once

#include <cstdint>

namespace chorsu {

// What the random numbers of this room are for; see RandomKey::stream.
inline constexpr auto kLadderStream = std::uint16_t{0x4c41U};
inline constexpr auto kLaplaceStream = std::uint16_t{0x4c50U};
inline constexpr auto kChainStream = std::uint16_t{0x4d43U};
inline constexpr auto kJumpStream = std::uint16_t{0x4a55U};
inline constexpr auto kBootstrapStream = std::uint16_t{0x424fU};
inline constexpr auto kShuffleStream = std::uint16_t{0x5348U};

}  // namespace chorsu
