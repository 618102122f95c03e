/// Projects, over HTTP.
@NullMarked
package io.atmoshub.client.project;

import org.jspecify.annotations.NullMarked;
