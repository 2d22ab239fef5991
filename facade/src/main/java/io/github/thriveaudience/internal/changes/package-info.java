/** What has changed in an audience: its readings, and what they prove. */
@NullMarked
package io.github.thriveaudience.internal.changes;

import org.jspecify.annotations.NullMarked;
