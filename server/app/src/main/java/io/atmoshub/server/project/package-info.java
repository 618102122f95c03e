/// Projects: folders of the server under the roots that its operator allows.
@NullMarked
package io.atmoshub.server.project;

import org.jspecify.annotations.NullMarked;
