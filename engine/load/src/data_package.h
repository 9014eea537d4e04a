#pragma once

#include <map>
#include <string>

#include "problems.h"

namespace chorsu {

/// What datapackage.json says: the name, and the file of every resource.
struct DataPackage {
  std::string name;
  std::map<std::string, std::string, std::less<>> files;  ///< resource name -> file name
};

/// Reads and checks datapackage.json of a folder: every file that it lists exists, and the units
/// that it declares are those the tables are read in.
DataPackage read_data_package(std::string const& folder, Problems& problems);

}  // namespace chorsu
