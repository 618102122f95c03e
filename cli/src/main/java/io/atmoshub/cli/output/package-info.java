/// How results look: documents as YAML or JSON, rows as tables or separated values.
@NullMarked
package io.atmoshub.cli.output;

import org.jspecify.annotations.NullMarked;
