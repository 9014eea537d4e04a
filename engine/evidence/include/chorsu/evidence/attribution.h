#pragma once

#include <string>

#include "chorsu/base/column.h"
#include "chorsu/evidence/fact.h"
#include "chorsu/evidence/statement.h"
#include "chorsu/evidence/subject.h"

namespace chorsu {

using AffiliationId = Id<struct AffiliationTag, std::uint16_t>;
using QuotationId = Id<struct QuotationTag, std::uint16_t>;
using StanceId = Id<struct StanceTag, std::uint16_t>;

/// Where the authors of a source work: affiliation.csv. The source is that of the row.
struct Affiliations {
  Column<AffiliationId, std::string> author;
  Column<AffiliationId, std::string> name;
  Column<AffiliationId, std::string> short_name;  ///< or empty
  Column<AffiliationId, FactId> fact;
};

/// Rows in which a source quotes another: quotation.csv.
struct Quotations {
  Column<QuotationId, std::string> row;  ///< id of a statement or prediction
  Column<QuotationId, SourceId> quotes;
  Column<QuotationId, FactId> fact;
};

/// How a body stands towards another by what one statement shows of it: stance.csv. Of one body
/// towards one other the statement that happened last counts.
struct Stances {
  Column<StanceId, StatementId> statement;
  Column<StanceId, SubjectId> body;
  Column<StanceId, SubjectId> towards;
  Column<StanceId, Measure> value;  ///< -1 hostile, 0 neutral, 1 friendly
};

}  // namespace chorsu
