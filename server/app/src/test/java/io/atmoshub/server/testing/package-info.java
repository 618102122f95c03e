/// The server without an application server, for tests.
package io.atmoshub.server.testing;
