/// What a person can do with a hub: one door, the same in the server and over HTTP.
@NullMarked
package io.atmoshub.hub;

import org.jspecify.annotations.NullMarked;
