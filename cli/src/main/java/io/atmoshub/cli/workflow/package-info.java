/// Workflows: what a project's people do step by step, kept in files.
@NullMarked
package io.atmoshub.cli.workflow;

import org.jspecify.annotations.NullMarked;
