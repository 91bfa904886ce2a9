@article:update_user
Feature: Two people change the same user
  As someone who shares the work on users with others
  I want to be told when a user has changed since I read it,
  so that nobody's work is overwritten unseen.

  The article's sections: update_user and delete_user, made safe for several writers.

  Rule: Of two changes made from the same version exactly one is kept

    Example: Sam and Kim change Ada at the same moment
      Given the user ada@example.com
      And Sam and Kim have read the user ada@example.com
      When Sam and Kim change the user ada@example.com at the same moment
      Then exactly one of them succeeds
      And the other is refused because the user has changed since
      And the user ada@example.com is kept as the one who succeeded wrote it

    Example: Kim is a little later than Sam
      Given the user ada@example.com
      And Sam and Kim have read the user ada@example.com
      And Sam has since changed the user ada@example.com
      When Kim changes the city of the version she read to "Paris"
      Then this is refused because the user has changed since
      And nothing was changed

    Example: Kim reads again and goes on
      Given the user ada@example.com
      And Sam has since changed the user ada@example.com
      And Kim has read the user ada@example.com
      When Kim changes the city of the version she read to "Paris"
      Then the user ada@example.com is shown with:
        | city | Paris |
      And the user's version is 3

  Rule: A user that has changed is not deleted by mistake

    Example: Kim deletes what Sam has just changed
      Given the user ada@example.com
      And Kim has read the user ada@example.com
      And Sam has since changed the user ada@example.com
      When Kim deletes the version she read
      Then this is refused because the user has changed since
      And nothing was changed

    Example: Kim deletes what nobody has changed
      Given the user ada@example.com
      And Kim has read the user ada@example.com
      When Kim deletes the version she read
      Then this succeeds
      And there is no user ada@example.com

  Rule: Without a version in hand, changes to different attributes add up

    Example: Sam and Kim each add something at the same moment
      Given the user ada@example.com
      When Sam and Kim add different attributes to the user ada@example.com at the same moment
      Then both of them succeed
      And the user ada@example.com is kept with both attributes

    Example: Many each add a part to the same attribute at the same moment
      Given the user ada@example.com
      When 20 people each add another part to the address of the user ada@example.com at the same moment
      Then all of them succeed
      And the user ada@example.com is kept with each of these parts
      And the user ada@example.com is kept at version 21

  Rule: Without a version in hand, the last one to change an attribute wins

    Example: Kim changes the city right after Sam
      Given the user ada@example.com with:
        | city | London |
      And Sam has changed the city of the user ada@example.com to "Oslo"
      When Kim changes the city of the user ada@example.com to "Paris"
      Then the user ada@example.com is shown with:
        | city | Paris |
      And the user's version is 3

    Example: Sam and Kim change the city at the same moment
      Given the user ada@example.com
      When Sam and Kim each change the city of the user ada@example.com at the same moment
      Then both of them succeed
      And the user ada@example.com is kept with the city that one of them gave
      And the user ada@example.com is kept at version 3
