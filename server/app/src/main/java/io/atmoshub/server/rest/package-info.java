/// What all REST resources share: JSON, problems, protection from forged requests.
@NullMarked
package io.atmoshub.server.rest;

import org.jspecify.annotations.NullMarked;
