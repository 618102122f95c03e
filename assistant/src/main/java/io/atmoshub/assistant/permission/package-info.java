/// Who may have the assistant do what: rules, and the ruling that names the rule that decided.
@NullMarked
package io.atmoshub.assistant.permission;

import org.jspecify.annotations.NullMarked;
