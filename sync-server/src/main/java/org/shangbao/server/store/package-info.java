/** The database behind the repositories: Jdbi, SQL portable to H2 and PostgreSQL (docs/decisions/0005-portable-sql.md). */
@NullMarked
package org.shangbao.server.store;

import org.jspecify.annotations.NullMarked;
