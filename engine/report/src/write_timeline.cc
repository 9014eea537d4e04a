#include "chorsu/report/write_timeline.h"

#include <exception>
#include <filesystem>

#include "csv_row.h"
#include "html.h"
#include "timeline_svg.h"
#include "work_directory.h"

namespace chorsu {

namespace {

constexpr auto kHtml = "timeline.html";
constexpr auto kSvg = "timeline.svg";
constexpr auto kCsv = "timeline.csv";

constexpr auto kStyle = R"(
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1e23; --dim: #5c6470; --rule: #d5d9df; }
@media (prefers-color-scheme: dark) { :root { --paper: #14171b; --ink: #e6e8eb; --dim: #9aa3ae; --rule: #343a42; } }
@media print { :root { --paper: #fff; --ink: #000; --dim: #444; --rule: #bbb; } body { font-size: 9pt; } }
body { background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; max-width: 76rem;
  margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; font-size: .85rem; }
th, td { padding: .2rem .5rem; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: baseline; }
.day { white-space: nowrap; } .dim { color: var(--dim); } svg { width: 100%; height: auto; }
)";

std::string timeline_csv(TimelinePage const& page) {
  auto table = std::string{"id,what,day,date,until,statement,said_by,status\n"};
  for (auto const& row : page.rows) {
    add_row(table,
            row.id,
            row.what,
            row.day,
            to_string(row.date),
            row.until ? to_string(*row.until) : std::string{},
            row.words,
            row.said_by,
            row.status);
  }
  return table;
}

std::string timeline_html(TimelinePage const& page) {
  auto const title = escaped(page.title);
  auto text =
      "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
      title + "</title>\n<style>" + kStyle + "</style>\n<h1>" + title + "</h1>\n" +
      timeline_svg(page) +
      "<table>\n<thead><tr><th>Day</th><th>What</th><th>Statement</th><th>Who says so</th>"
      "<th>Standing</th><th>Row</th></tr></thead>\n<tbody>\n";
  for (auto const& row : page.rows) {
    text += "<tr><td class=\"day\">" + escaped(row.day) +
            (row.until ? " to " + to_string(*row.until) : "") + "</td><td>" + escaped(row.what) +
            "</td><td>" + escaped(row.words) + "</td><td class=\"dim\">" + escaped(row.said_by) +
            "</td><td class=\"dim\">" + escaped(row.status) + "</td><td class=\"dim\">" +
            escaped(row.id) + "</td></tr>\n";
  }
  return text + "</tbody>\n</table>\n</html>\n";
}

}  // namespace

WrittenTimeline write_timeline(TimelinePage const& page, std::string const& directory) try {
  auto const work = WorkDirectory{directory};
  write_text(work.path() / kHtml, timeline_html(page));
  write_text(work.path() / kSvg, timeline_svg(page));
  write_text(work.path() / kCsv, timeline_csv(page));
  work.move({kHtml, kSvg, kCsv});
  auto const base = std::filesystem::path{directory};
  return {{(base / kHtml).string(), (base / kSvg).string(), (base / kCsv).string()}, {}};
} catch (CannotWrite const& trouble) {
  return {{}, cannot_write(trouble.path, trouble.reason)};
} catch (std::exception const& trouble) {
  return {{}, cannot_write(directory, trouble.what())};
}

}  // namespace chorsu
