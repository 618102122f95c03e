/// Chat: the sessions, what happens in one, and what a person does there.
@NullMarked
package io.atmoshub.web.session;

import org.jspecify.annotations.NullMarked;
