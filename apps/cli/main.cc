#include <cstdio>
#include <exception>

#include <CLI/CLI.hpp>

namespace {

constexpr auto kWrongUsage = 2;
constexpr auto kInternalFault = 4;

}  // namespace

int main(int argc, char** argv) try {
  auto app = CLI::App{"A scenario engine for the geo-economics of trade corridors.", "chorsu"};
  app.set_version_flag("--version", "chorsu " CHORSU_VERSION);
  try {
    app.parse(argc, argv);
  } catch (CLI::ParseError const& refused) {  // also how --help and --version come back
    return app.exit(refused) == 0 ? 0 : kWrongUsage;
  }
  return 0;
} catch (std::exception const& fault) {
  std::fprintf(stderr, "chorsu: internal fault: %s\n", fault.what());
  return kInternalFault;
}
