# One room = one folder = one target with its own include root, so a header of a
# room that is not linked cannot even be found.
include(GoogleTest)
add_custom_target(room_tests COMMENT "The tests of all rooms")
add_custom_target(program_tests COMMENT "What the tests of the programs run")

# chorsu_module(<room> USES <room>... EXTERNAL <target>... TEST_EXTERNAL <target>... RELEASED <file>...)
#   USES           rooms whose headers this room may include (as in layers.toml)
#   EXTERNAL       third-party targets of its .cc files; its own headers stay free of them
#   TEST_EXTERNAL  third-party targets of its tests only
#   RELEASED       files of test/ with cases that take too long under sanitizers and are skipped
#                  there: <room>_released_test has them beside the programs
# A room without headers and sources is passed over, so are rooms it uses that do not exist yet.
# Its tests may include every room above it in this list and itself.
function(chorsu_module room)
  cmake_parse_arguments(PARSE_ARGV 1 M "" "" "USES;EXTERNAL;TEST_EXTERNAL;RELEASED")
  if(M_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "chorsu_module(${room}): unknown ${M_UNPARSED_ARGUMENTS}")
  endif()
  file(GLOB headers CONFIGURE_DEPENDS ${room}/include/chorsu/${room}/*.h)
  file(GLOB sources CONFIGURE_DEPENDS ${room}/src/*.cc)
  if(NOT headers AND NOT sources)
    return()
  endif()

  set(library chorsu_${room})
  set(scope PUBLIC)
  set(private_scope PRIVATE)
  if(sources)
    add_library(${library} STATIC ${sources})
  else()
    add_library(${library} INTERFACE)
    set(scope INTERFACE)
    set(private_scope INTERFACE)
  endif()
  target_sources(${library} ${scope} FILE_SET HEADERS
    BASE_DIRS ${CMAKE_CURRENT_SOURCE_DIR}/${room}/include FILES ${headers})
  target_compile_features(${library} ${scope} cxx_std_20)
  foreach(lower IN LISTS M_USES)
    if(TARGET chorsu_${lower})
      target_link_libraries(${library} ${scope} chorsu_${lower})
    endif()
  endforeach()
  target_link_libraries(${library} ${private_scope} ${M_EXTERNAL})

  get_property(rooms GLOBAL PROPERTY CHORSU_ROOMS)
  list(PREPEND rooms ${library})  # highest first: the order in which static libraries link
  set_property(GLOBAL PROPERTY CHORSU_ROOMS ${rooms})

  file(GLOB tests CONFIGURE_DEPENDS ${room}/test/*_test.cc)
  chorsu_test(${room} SOURCES ${tests} LINK ${rooms} ${M_EXTERNAL} ${M_TEST_EXTERNAL})
  if(tests)
    add_dependencies(room_tests ${room}_test)
  endif()
  if(M_RELEASED)
    list(TRANSFORM M_RELEASED PREPEND ${room}/test/)
    chorsu_test(${room}_released SOURCES ${M_RELEASED} LINK ${rooms} ${M_EXTERNAL} ${M_TEST_EXTERNAL})
    add_dependencies(program_tests ${room}_released_test)
  endif()
endfunction()

# chorsu_test(<name> SOURCES <file>... LINK <target>...): build/<preset>/bin/<name>_test, and each
# of its cases as <name>.<suite>.<case> in ctest. Tests run in the repository's root.
function(chorsu_test name)
  cmake_parse_arguments(PARSE_ARGV 1 T "" "" "SOURCES;LINK")
  if(NOT T_SOURCES)
    return()
  endif()
  add_executable(${name}_test ${T_SOURCES})
  target_link_libraries(${name}_test PRIVATE ${T_LINK} rapidcheck GTest::gmock GTest::gtest_main)
  # Under sanitizers tests take longer to compile than to run: they are not optimised, and null and
  # misaligned pointers are looked for in what they test, not in them.
  target_compile_options(${name}_test PRIVATE
    "$<$<CONFIG:RelWithDebInfo>:-O0;-fno-sanitize=null,alignment>")
  gtest_discover_tests(${name}_test TEST_PREFIX ${name}. DISCOVERY_MODE PRE_TEST
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} PROPERTIES LABELS ${name} TIMEOUT 300
    ENVIRONMENT RC_PARAMS=seed=1)  # the same random cases every time; run the program itself for others
endfunction()

# chorsu_python_tests(<name> SOURCES <file>...): each file a unittest, run in the repository's root.
function(chorsu_python_tests name)
  cmake_parse_arguments(PARSE_ARGV 1 T "" "" "SOURCES")
  foreach(file IN LISTS T_SOURCES)
    cmake_path(GET file PARENT_PATH folder)
    cmake_path(GET file FILENAME pattern)
    cmake_path(GET file STEM stem)
    add_test(NAME ${name}.${stem}
      COMMAND python3 -B -m unittest discover -s ${folder} -p ${pattern}
      WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
    set_tests_properties(${name}.${stem} PROPERTIES LABELS ${name} TIMEOUT 900
      ENVIRONMENT "CHORSU=${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/chorsu")
  endforeach()
endfunction()
