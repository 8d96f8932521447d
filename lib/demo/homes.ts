import type { ExampleId } from '@/lib/codes/example-ids';

/** People and places of an economy, from which recipients of a demo are made up; the names are common ones, no person is meant. */
export type DemoHome = {
  readonly country: string;
  /** Units of its currency for a euro, for steering the stream only. */
  readonly perEur: number;
  readonly first: readonly string[];
  readonly family: readonly string[];
  readonly streets: readonly string[];
  readonly isNumberFirst: boolean;
  readonly cities: readonly (readonly [city: string, postcode: string])[];
  readonly dial: string;
};

const words = (text: string) => text.split(' ');

/** Where the recipients of each example live; the stream as it is made up has those of the Union. */
export const DEMO_HOMES: Readonly<Record<Exclude<ExampleId, 'eu' | 'eu-before'>, DemoHome>> = {
  uk: {
    country: 'GB',
    perEur: 0.87058,
    first: words('Amelia Callum Harriet Gareth Priya Megan Rhys Isla Duncan Zara Owen Beth'),
    family: words('Hughes Patel Walker Campbell Thompson Wright Khan Bennett Fraser Morgan'),
    streets: ['Station Road', 'Church Lane', 'Mill Lane', 'Victoria Street', 'Orchard Close', 'Park Avenue'],
    isNumberFirst: true,
    cities: [
      ['Birmingham', 'B15 2QT'],
      ['Leeds', 'LS6 3HN'],
      ['Bristol', 'BS8 1TH'],
      ['Glasgow', 'G12 8QQ'],
      ['Cardiff', 'CF10 3NQ'],
    ],
    dial: '+44',
  },
  us: {
    country: 'US',
    perEur: 1.1684,
    first: words('Ashley Marcus Brianna Tyler Maria Kevin Danielle Jorge Hannah Derek Grace Malik'),
    family: words('Johnson Ramirez Nguyen Cooper Foster Bryant Ortiz Sullivan Hayes Coleman'),
    streets: ['Maple Street', 'Lakeview Drive', 'Washington Avenue', 'Cedar Lane', 'Sunset Boulevard', 'Mill Road'],
    isNumberFirst: true,
    cities: [
      ['Columbus', '43215'],
      ['Tucson', '85701'],
      ['Richmond', '23220'],
      ['Portland', '97205'],
      ['Tampa', '33602'],
    ],
    dial: '+1',
  },
  au: {
    country: 'AU',
    perEur: 1.661,
    first: words('Charlotte Lachlan Matilda Cooper Ruby Angus Imogen Darcy Mei Flynn Jess Nathan'),
    family: words('Kelly Nguyen Murray Papas Singh Gallagher Reid Chen Doyle Barker'),
    streets: ['Wattle Street', 'Beach Road', 'King Street', 'Banksia Avenue', 'Station Street', 'Harbour Parade'],
    isNumberFirst: true,
    cities: [
      ['Newcastle', '2300'],
      ['Geelong', '3220'],
      ['Cairns', '4870'],
      ['Fremantle', '6160'],
      ['Hobart', '7000'],
    ],
    dial: '+61',
  },
  jp: {
    country: 'JP',
    perEur: 186.75,
    first: words('Haruka Kenta Yui Takumi Aoi Daichi Misaki Ren Sakura Sho Nanami Yuto'),
    family: words('Sato Suzuki Takahashi Tanaka Watanabe Yamamoto Nakamura Kobayashi Kato Yoshida'),
    streets: ['Sakuragaoka', 'Midorimachi', 'Honcho', 'Asahicho', 'Minamicho', 'Higashiyama'],
    isNumberFirst: false,
    cities: [
      ['Sapporo', '060-0042'],
      ['Sendai', '980-0811'],
      ['Nagoya', '460-0008'],
      ['Hiroshima', '730-0013'],
      ['Fukuoka', '810-0001'],
    ],
    dial: '+81',
  },
  br: {
    country: 'BR',
    perEur: 5.874,
    first: words('Beatriz Thiago Larissa Rafael Camila Felipe Juliana Bruno Mariana Caio Luana Diego'),
    family: words('Silva Santos Oliveira Souza Pereira Costa Almeida Ribeiro Carvalho Gomes'),
    streets: ['Rua das Flores', 'Avenida Brasil', 'Rua do Sol', 'Travessa da Paz', 'Rua Bela Vista', 'Alameda Santos'],
    isNumberFirst: false,
    cities: [
      ['Belo Horizonte', '30130-010'],
      ['Recife', '50030-230'],
      ['Porto Alegre', '90010-150'],
      ['Goiânia', '74003-010'],
      ['Manaus', '69005-010'],
    ],
    dial: '+55',
  },
  ch: {
    country: 'CH',
    perEur: 0.9242,
    first: words('Ladina Reto Nadja Beat Aline Yannick Seraina Urs Chiara Fabrice Regula Luca'),
    family: words('Meier Zbinden Favre Bianchi Steiner Rochat Caduff Baumgartner Moser Pellegrini'),
    streets: ['Bahnhofstrasse', 'Rue du Lac', 'Dorfstrasse', 'Via al Fiume', 'Seeweg', 'Chemin des Vignes'],
    isNumberFirst: false,
    cities: [
      ['Winterthur', '8400'],
      ['Lausanne', '1003'],
      ['Luzern', '6003'],
      ['Lugano', '6900'],
      ['Chur', '7000'],
    ],
    dial: '+41',
  },
  kr: {
    country: 'KR',
    perEur: 1740.86,
    first: words('Minjun Seoyeon Jihoon Jiwoo Hyunwoo Sumin Dohyun Yuna Junseo Chaewon Taeyang Haeun'),
    family: words('Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim'),
    streets: ['Saemunan-ro', 'Dongseo-daero', 'Haeundae-ro', 'Gongwon-gil', 'Namdong-daero', 'Beotkkot-gil'],
    isNumberFirst: false,
    cities: [
      ['Busan', '48058'],
      ['Daejeon', '35229'],
      ['Daegu', '41911'],
      ['Gwangju', '61945'],
      ['Suwon', '16490'],
    ],
    dial: '+82',
  },
};
