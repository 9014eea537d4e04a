#include <CLI/CLI.hpp>

int main(int argc, char** argv) {
  auto app =
      CLI::App{"Chorsu: a scenario engine for the geo-economics of trade corridors", "chorsu"};
  app.set_version_flag("--version", "chorsu " CHORSU_VERSION);
  CLI11_PARSE(app, argc, argv);
  return 0;
}
