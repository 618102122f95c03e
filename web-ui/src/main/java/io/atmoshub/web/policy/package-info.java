/// The rules about what the assistant may do: the document, what it means, and what would happen if.
@NullMarked
package io.atmoshub.web.policy;

import org.jspecify.annotations.NullMarked;
