/// Files that a project imports from elsewhere: from Git repositories and web servers, kept in a cache.
@NullMarked
package io.atmoshub.project.remote;

import org.jspecify.annotations.NullMarked;
