/// The assistant at work: a run that goes on from its log, wherever it was left.
@NullMarked
package io.atmoshub.assistant.conversation;

import org.jspecify.annotations.NullMarked;
