package org.mainforte.catalogue;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a component of a form record: how this field is asked for. The same text asks the employee and describes the parameter to
 * a model. Texts: {@code <key>} is the question, {@code <key>.label} the short name on a card, and for an enum
 * {@code <key>.<constant in lower case>} the name of each choice.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Ask {
    /** The text key of the question. */
    String value();

    FieldType type() default FieldType.TEXT;

    boolean required() default true;

    /** The most characters a text may have. */
    int maxLength() default 500;
}
