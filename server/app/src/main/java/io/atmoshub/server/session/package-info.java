/// Sessions: what people say to the assistant, what it does, and who may see it.
@NullMarked
package io.atmoshub.server.session;

import org.jspecify.annotations.NullMarked;
