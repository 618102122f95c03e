/// The servers at work on one database: who they are and how they tell each other news.
@NullMarked
package io.atmoshub.server.node;

import org.jspecify.annotations.NullMarked;
