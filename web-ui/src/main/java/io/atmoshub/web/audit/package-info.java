/// The audit log, for admins: filter, grid, the whole record, export.
@NullMarked
package io.atmoshub.web.audit;

import org.jspecify.annotations.NullMarked;
