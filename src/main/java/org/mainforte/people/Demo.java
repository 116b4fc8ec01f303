package org.mainforte.people;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * When anybody may be one of the demo people: as long as no sign-in of the company is configured, unless {@code mainforte.demo}
 * says no.
 */
public final class Demo {
    private Demo() {}

    public static boolean isOn(Environment environment) {
        return environment.getProperty("mainforte.demo", Boolean.class, true)
                && !StringUtils.hasText(
                        environment.getProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri"));
    }

    /** On a bean that exists in the demo only. */
    @Documented
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Conditional(On.class)
    public @interface Only {}

    static final class On implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return isOn(context.getEnvironment());
        }
    }
}
