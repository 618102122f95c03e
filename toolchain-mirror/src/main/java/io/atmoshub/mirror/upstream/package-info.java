/// Fetching from where tools are published: allowed hosts only, checked addresses, bounded sizes, patient with trouble.
@NullMarked
package io.atmoshub.mirror.upstream;

import org.jspecify.annotations.NullMarked;
