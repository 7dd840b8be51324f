package io.github.auth0migration.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Marks a test of a contract that only platforms with these capabilities and faults are held to. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Needs {

    /** What the platform must be able to do. */
    Capability[] value() default {};

    /** How the platform must be able to fail. */
    Fault[] faults() default {};

    /** Finds such tests. */
    final class Tests {

        private Tests() {}

        /** The tests of a contract, by name. */
        static Stream<Method> of(Class<?> contract) {
            return Stream.<Class<?>>iterate(contract, type -> type != Object.class, Class::getSuperclass)
                    .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                    .filter(method -> method.isAnnotationPresent(Needs.class))
                    .sorted(Comparator.comparing(Method::getName));
        }

        static boolean suit(ContractFixture platform, Method test) {
            Needs needs = test.getAnnotation(Needs.class);
            return platform.capabilities().containsAll(List.of(needs.value()))
                    && platform.faults().containsAll(List.of(needs.faults()));
        }
    }
}
