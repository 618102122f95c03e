/// What each address gave first, what vouched for it, what became of it since, and who took it.
@NullMarked
package io.atmoshub.mirror.ledger;

import org.jspecify.annotations.NullMarked;
