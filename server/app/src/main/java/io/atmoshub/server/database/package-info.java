/// Transactions.
@NullMarked
package io.atmoshub.server.database;

import org.jspecify.annotations.NullMarked;
