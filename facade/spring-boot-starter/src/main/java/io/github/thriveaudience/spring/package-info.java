/**
 * Makes the client a bean of a Spring Boot application, by the properties {@code
 * thrive.audience.*}.
 *
 * <p>{@link io.github.thriveaudience.spring.ThriveAudienceAutoConfiguration} lists the beans,
 * {@link io.github.thriveaudience.spring.ThriveClientCustomizer} sets what no property can.
 */
@NullMarked
package io.github.thriveaudience.spring;

import org.jspecify.annotations.NullMarked;
