/// The audit log, over HTTP.
@NullMarked
package io.atmoshub.client.audit;

import org.jspecify.annotations.NullMarked;
