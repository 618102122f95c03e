/// Who answers: agents with a prompt of their own, and the tools that each has.
@NullMarked
package io.atmoshub.assistant.agent;

import org.jspecify.annotations.NullMarked;
