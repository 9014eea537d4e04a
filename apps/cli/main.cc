#include <exception>
#include <string>
#include <variant>

#include "command_line.h"
#include "interrupt.h"
#include "terminal.h"
#include "verbs.h"

namespace {

namespace cli = chorsu::cli;

struct Dispatch {
  cli::Terminal const& terminal;
  int operator()(cli::RunCommand const& c) const { return cli::run(c, terminal); }
  int operator()(cli::CompareCommand const& c) const { return cli::compare(c, terminal); }
  int operator()(cli::RouteCommand const& c) const { return cli::route(c, terminal); }
  int operator()(cli::AsOfCommand const& c) const { return cli::as_of(c, terminal); }
  int operator()(cli::TimelineCommand const& c) const { return cli::timeline(c, terminal); }
  int operator()(cli::LeversCommand const& c) const { return cli::levers(c, terminal); }
  int operator()(cli::CheckCommand const& c) const { return cli::check(c, terminal); }
  int operator()(cli::ValidateCommand const& c) const { return cli::validate(c, terminal); }
  int operator()(cli::CalibrateCommand const& c) const { return cli::calibrate(c, terminal); }
  int operator()(cli::ForecastCommand const& c) const { return cli::forecast(c, terminal); }
  int operator()(cli::AssignCommand const& c) const { return cli::assign(c, terminal); }
  int operator()(cli::BargainCommand const& c) const { return cli::bargain(c, terminal); }
  int operator()(cli::WhyCommand const& c) const { return cli::why(c, terminal); }
};

int answer(int argc, char** argv) {
  auto const parsed = cli::parse_command_line(argc, argv);
  if (!parsed.command) {
    return parsed.exit_code;
  }
  cli::watch_interrupts();
  auto const terminal = cli::find_terminal();
  auto const code = std::visit(Dispatch{terminal}, *parsed.command);
  if (!cli::all_printed()) {
    cli::say("the results could not be written to stdout");
    return cli::kFault;
  }
  return code;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return answer(argc, argv);
  } catch (std::exception const& fault) {
    cli::say(std::string{"internal fault: "} + fault.what());
  } catch (...) {
    cli::say("internal fault");
  }
  return cli::kFault;
}
