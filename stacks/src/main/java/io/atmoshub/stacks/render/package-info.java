/// Templates and YAML functions of components: worked out when somebody asks for the value.
@NullMarked
package io.atmoshub.stacks.render;

import org.jspecify.annotations.NullMarked;
