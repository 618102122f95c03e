/// Bytes under the name of their SHA-256: on disk or in object storage, whole or not at all, never damaged.
@NullMarked
package io.atmoshub.mirror.blob;

import org.jspecify.annotations.NullMarked;
