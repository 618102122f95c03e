/// What the assistant writes, made safe and shown: Markdown in, harmless HTML out.
@NullMarked
package io.atmoshub.web.markdown;

import org.jspecify.annotations.NullMarked;
