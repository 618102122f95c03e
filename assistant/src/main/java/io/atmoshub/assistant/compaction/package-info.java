/// Long conversations, shortened for the model and for nobody else.
@NullMarked
package io.atmoshub.assistant.compaction;

import org.jspecify.annotations.NullMarked;
