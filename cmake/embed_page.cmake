# cmake -D script=FILE -D style=FILE -D out=FILE -P embed_page.cmake: two files as C++ strings.
file(READ ${script} script_text)
file(READ ${style} style_text)
file(WRITE ${out} "// Made from web/ by cmake/embed_page.cmake.
#include \"page_assets.h\"

namespace chorsu {

std::string_view page_script() {
  return R\"--page--(${script_text})--page--\";
}

std::string_view page_style() {
  return R\"--page--(${style_text})--page--\";
}

}  // namespace chorsu
")
