#include "chorsu/report/write_bargain.h"

#include <exception>
#include <filesystem>

#include "bargain_files.h"
#include "work_directory.h"

namespace chorsu {

namespace {

constexpr auto kPositions = "positions.csv";
constexpr auto kChallenges = "challenges.csv";
constexpr auto kHtml = "bargain.html";

}  // namespace

WrittenBargain write_bargain(BargainActors const& actors,
                             Bargain const& bargain,
                             std::string const& directory) try {
  auto const in = BargainInput{.actors = actors, .bargain = bargain};
  auto const work = WorkDirectory{directory};
  write_text(work.path() / kPositions, positions_csv(in));
  write_text(work.path() / kChallenges, challenges_csv(in));
  write_text(work.path() / kHtml, bargain_html(in));
  work.move({kPositions, kChallenges, kHtml});
  auto const base = std::filesystem::path{directory};
  return {{.positions = (base / kPositions).string(),
           .challenges = (base / kChallenges).string(),
           .html = (base / kHtml).string()},
          {}};
} catch (CannotWrite const& trouble) {
  return {{}, cannot_write(trouble.path, trouble.reason)};
} catch (std::exception const& trouble) {
  return {{}, cannot_write(directory, trouble.what())};
}

}  // namespace chorsu
