/// The port that models plug into: the conversation so far goes in, words and wanted tool calls come out.
@NullMarked
package io.atmoshub.assistant.model;

import org.jspecify.annotations.NullMarked;
