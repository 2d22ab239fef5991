package io.github.thriveaudience.spring;

import io.github.thriveaudience.auth.Credentials;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanNotOfRequiredTypeException;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.task.TaskDecorator;

/** Finds what properties refer to by its name. */
final class NamedBeans {
  private final BeanFactory beans;

  NamedBeans(BeanFactory beans) {
    this.beans = beans;
  }

  /**
   * Returns a bean.
   *
   * @param property the property that names the bean
   * @throws ThriveConfigurationException if there is no such bean, or it has another type
   */
  <T> T bean(String property, String name, Class<T> type) {
    try {
      return beans.getBean(name, type);
    } catch (BeanNotOfRequiredTypeException e) {
      throw refusal(property, name, "is a " + e.getActualType().getName(), type);
    } catch (NoSuchBeanDefinitionException e) {
      if (!name.equals(e.getBeanName())) {
        throw e; // Another one, which this one needs.
      }
      throw refusal(property, name, "does not exist", type);
    }
  }

  private static ThriveConfigurationException refusal(
      String property, String name, String what, Class<?> type) {
    return new ThriveConfigurationException(
        property,
        "must be the name of a bean of the type " + type.getName() + "; \"" + name + "\" " + what);
  }

  /**
   * Returns a decorator of tasks: a {@link TaskDecorator} of Spring's, or a function.
   *
   * @throws ThriveConfigurationException if there is no such bean, or it is neither
   */
  @SuppressWarnings("unchecked") // Of what it decorates, a bean's type says nothing.
  UnaryOperator<Runnable> taskDecorator(String property, String name) {
    return beans.containsBean(name) && beans.isTypeMatch(name, UnaryOperator.class)
        ? bean(property, name, UnaryOperator.class)
        : bean(property, name, TaskDecorator.class)::decorate;
  }

  /**
   * Returns a supplier of credentials. Its {@code toString()} names the bean, and no class.
   *
   * @throws ThriveConfigurationException if there is no such bean, or it is no supplier
   */
  Supplier<Credentials> credentials(String property, String name) {
    return new CredentialsBean(name, bean(property, name, Supplier.class));
  }

  private record CredentialsBean(String name, Supplier<?> bean) implements Supplier<Credentials> {
    @Override
    public Credentials get() {
      return Credentials.class.cast(bean.get());
    }

    @Override
    public String toString() {
      return "the bean " + name;
    }
  }

  SslBundle sslBundle(String property, String name) {
    SslBundles bundles = beans.getBeanProvider(SslBundles.class).getIfAvailable();
    if (bundles == null) {
      throw new ThriveConfigurationException(property, "needs Spring's auto-configuration of SSL");
    }
    try {
      return bundles.getBundle(name);
    } catch (NoSuchSslBundleException e) {
      throw new ThriveConfigurationException(
          property,
          "must be the name of an SSL bundle (spring.ssl.bundle.*); \"" + name + "\" is unknown");
    }
  }
}
