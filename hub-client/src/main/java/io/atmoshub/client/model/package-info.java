/// Models, over HTTP.
@NullMarked
package io.atmoshub.client.model;

import org.jspecify.annotations.NullMarked;
