/// What `atmos.yaml` says about the assistant.
@NullMarked
package io.atmoshub.assistant.settings;

import org.jspecify.annotations.NullMarked;
